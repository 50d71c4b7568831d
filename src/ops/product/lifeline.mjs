// Loaded before a child of `npm start`: when the starter is gone, however it died, the child goes too.
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 8000).unref();
  if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, 'SIGTERM');
  else process.exit(1);
});
