"""Show it. The only floor, with app, that meets Qt; never the database, the network or a pattern over long text on its own thread."""
