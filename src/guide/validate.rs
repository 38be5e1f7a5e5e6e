//! From raw shapes to a guide that cannot be wrong, and every problem on the way.
