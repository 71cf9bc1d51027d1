"""The privacy gate: finding what identifies people and replacing it before anything is coded."""
