"""What people decide: taking decisions in, and folding the log into what stands."""
