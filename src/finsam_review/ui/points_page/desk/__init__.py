"""What the page knows: one application, the whole day, likeness, and where work goes on."""
