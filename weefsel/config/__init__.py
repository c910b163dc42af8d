"""The entry: settings, addresses, the server, and the commands of `weefsel`."""
