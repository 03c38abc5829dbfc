"""Show it. With app the only floor that meets Qt; no database, network or long text work on its own thread."""
