"""Reading files, hostile until read: in a child process with bounds, told in frames."""
