"""An optional local language model that proposes codings; it never decides and is never needed."""
