"""Bytes and letters of any age → letters of today."""
