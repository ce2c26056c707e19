using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Cli;

/// <summary>The command <c>rehearse</c>: plays a transcript through the same loop as a chat does, in memory and on a clock of its own, and prints the conversation.</summary>
public sealed class Rehearsal(TurnLoop loop, TimeProvider time, TextWriter output)
{
    const string Tenant = "rehearsal:local:";
    const string RoomName = "rehearsal";

    static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    /// <summary>Returns the exit code: 0, 1 when a line is not answered as the file expects or an export fails, 2 when called wrongly or a line cannot be read.</summary>
    public static async Task<int> Run(string[] words, Playbook playbook, Handing exports, TextWriter output, TextWriter errors)
    {
        if (Arguments.Read(words, mayBeQuiet: true, exports.Formats) is not { } arguments)
            return Usage.Refuse(errors);
        try
        {
            var script = new List<ScriptLine>();
            foreach (var line in await File.ReadAllLinesAsync(arguments.File))
                if (ScriptLine.Read(line) is { } read)
                    script.Add(read);
                else
                    return Fault(Usage.ExitCode, script.Count + 1, "is neither 'Person: line', '@ +2h', '# comment' nor blank.");

            var clock = new RehearsalClock();
            await using var rows = new MemoryRowStore(clock);
            var ids = 0;
            await using var loop = new TurnLoop(rows, playbook, exports, clock, () => Id(++ids), NullLogger.Instance, alone: true);
            var rehearsal = new Rehearsal(loop, clock, arguments.Quiet ? TextWriter.Null : output);
            var time = new PassingTime(loop, clock, () => Enumerable.Range(1, ids).Select(Id));
            for (var i = 0; i < script.Count; i++)
            {
                if (script[i] is ScriptLine.Typed typed)
                {
                    if (await rehearsal.Play(typed, i + 1) is { } surprise)
                        return Fault(1, i + 1, surprise);
                    await time.By(BetweenLines);
                }
                else if (script[i] is ScriptLine.Passes passes)
                    await time.By(passes.Time);
            }
            if (arguments.Exports.Count > 0 && await loop.Looking.Find(Tenant + RoomName) is not { } workshop)
                return Fault(1, script.Count, "ends without a workshop to export.");
            else if (arguments.Exports.Count > 0)
                FileWriting.Write(arguments, exports, (await loop.Looking.Find(Tenant + RoomName))!);
            return 0;
        }
        catch (Exception e) when (FileWriting.IsAboutFiles(e))
        {
            errors.WriteLine(e.Message);
            return 1;
        }

        int Fault(int code, int line, string what)
        {
            errors.WriteLine($"{arguments.File}:{line.ToString(CultureInfo.InvariantCulture)}: {what}");
            return code;
        }
    }

    static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"m-{number}");

    /// <summary>Null when the bot answered as the transcript expects, otherwise what it did instead.</summary>
    async Task<string?> Play(ScriptLine.Typed typed, int number)
    {
        var user = typed.Person.ToLowerInvariant();
        var room = typed.Private ? new Room($"{Tenant}@{user}", "@" + typed.Person) : new Room(Tenant + RoomName, RoomName);
        var id = string.Create(CultureInfo.InvariantCulture, $"{Tenant}{number}");
        var reply = await loop.Deliver(new(id, new(Tenant + user, typed.Person, time.LocalTimeZone.Id, ""), room, typed.Text, typed.Private));
        output.WriteLine($"{typed.Person}{(typed.Private ? " (private)" : "")}: {typed.Text}");
        foreach (var line in reply.Text.Split('\n'))
            output.WriteLine(line.Length == 0 ? "" : "  " + line);
        if (reply.File is { } file)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  [{file.Name}, {file.Bytes.Length} bytes]"));
        return (reply.Kind, typed.Refused) switch
        {
            (ReplyKind.Answered, false) or (ReplyKind.Refused, true) => null,
            (ReplyKind.Answered, true) => "was accepted, and the transcript says it is refused.",
            (ReplyKind.Refused, _) => "was refused: " + reply.Text.ReplaceLineEndings(" / "),
            _ => "was not saved: " + reply.Text,
        };
    }
}
