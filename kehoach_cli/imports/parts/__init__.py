"""What a document is made of besides its head: bases, sections, signature, appendices."""
