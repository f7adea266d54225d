// The root of the room; see the architecture chapter of the README.
