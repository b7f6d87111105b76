"""The pages about what orders under section 8 hang on."""
