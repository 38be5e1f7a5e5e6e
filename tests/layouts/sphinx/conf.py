import os

project = "The reading room"
extensions = ["myst_parser"]
