"""Pure counting: records in, frozen figures out."""
