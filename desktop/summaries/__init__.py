"""The month on paper: figures, layout, and the press that issues it."""
