"""Tests of the windows, through real widgets on Qt's offscreen screen."""
