"""A machine builder's portfolio of 14,000 bought parts, made by rule, of one seed."""
