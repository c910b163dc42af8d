"""The file from the HR system: read, compared with what stands here, applied. Of the command ``sync_people`` alone."""
