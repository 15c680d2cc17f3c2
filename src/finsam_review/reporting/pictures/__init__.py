"""Pictures of a day: the theme matrix and the way of an application, as SVG and as accessible PDF."""
