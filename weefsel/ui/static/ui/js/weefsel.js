// The entry: what every page loads.
