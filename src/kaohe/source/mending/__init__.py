"""What is mechanically wrong in a text becomes as a person would type it; comments and points stay as they are."""
