"""The use cases: one class per noun, one method per use case, each a rule, a transaction and its changes."""
