"""Room to grow and dated news."""
