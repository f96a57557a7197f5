"""Printed reports: contents first, layout after."""
