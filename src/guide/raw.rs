//! The shapes of the YAML files, as serde sees them. Nothing outside `guide` may use them.
