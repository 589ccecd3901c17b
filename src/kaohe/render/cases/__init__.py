"""What `kaohe test` found, for people and for machines."""
