"""What is kept on disk and in which form: account folders today, the workspace of documents beside them."""
