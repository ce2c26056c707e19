// The emulator of the table service on a port of the system's choice, which it says, for as long as whoever started it lives: when that one is gone, however it went, the input ends.
const net = require("net");
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...where) {
  this.once("listening", () => console.log(`port ${this.address().port}`));
  return listen.apply(this, where);
};
process.stdin.resume();
process.stdin.on("end", () => process.exit());
require("azurite/dist/src/table/main.js");
