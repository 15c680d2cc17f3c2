"""Notes as post-its: their cards and model, their looks, and the view that packs them."""
