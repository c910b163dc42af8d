"""Other systems, in and out: importers, the steward's pages for them, and the written account that each leaves."""
