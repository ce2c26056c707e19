using WorkshopBot.Bench;

// What a turn costs, measured on the real program over real HTTP, beside the least it could cost. docs/performance.md says how to read it.
//   dotnet run -c Release --project tests/WorkshopBot.Bench -- [dialog] [room] [pace] [rows] [start] [many] [flat]
//       [--other-bot <folder>] [--other-set NAME=value,…] in the floor's place
//       [--runs 5] [--seconds 10] [--warm-up 20] [--at-once 32] [--bot <folder of a published build>] [--set NAME=value,… in the bot's environment]
switch (args)
{
    case ["floor"]:
        return await Floor.Run();
    case ["counted"]:
        return await Counted.Run();
}

var asked = new Asked(args);
using var ground = await Ground.Prepare(asked);
if (asked.Wants("dialog") || asked.Wants("room") || asked.Wants("pace"))
    await Turns.Measure(asked, ground);
if (asked.Wants("rows"))
    await Rows.Measure(asked, ground);
if (asked.Wants("start"))
    await Beginning.Measure(asked, ground);
if (asked.Wants("many"))
    await Many.Measure(asked, ground);
if (asked.Wants("flat"))
    await Flat.Measure(asked, ground);
if (SlackWire.Again > 0)
    Console.WriteLine($"{SlackWire.Again} turns could not be saved in time, and were delivered again");
return 0;
