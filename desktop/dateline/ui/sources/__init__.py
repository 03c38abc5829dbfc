"""The Sources screen: how every source does, what to do about it, and how to add one."""
