"""Tables of facts scored by engines that read and write Parquet themselves, by the query that `kaohe sql` prints."""
