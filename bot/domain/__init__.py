"""The rules over the facts: how names are found and what can be asked. Nothing here knows Discord."""
