"""Papers in markup: official XML, HTML, the publisher's records."""
