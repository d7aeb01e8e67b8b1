// Loaded into the hub that is soaked, and into no other: tells whoever started it what is left after collecting garbage.
process.on('message', () => {
  globalThis.gc!();
  globalThis.gc!(); // the first one runs finalisers, whose own leavings the second takes
  process.send!(process.memoryUsage());
});
