using System.Globalization;
using System.Text.Json;

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>How a button of ours is named in Slack: its verb and a number that tells it from its neighbours; what it carries is its value. Inputs have their own name, in a block of theirs.</summary>
public static class BlockAction
{
    const string InputBlock = "in.";
    const char OfForm = '~';

    public static string Name(string verb, int index) => string.Create(CultureInfo.InvariantCulture, $"{verb}.{index}");

    /// <summary>The verb of an action's name; empty for none of ours.</summary>
    public static string Verb(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";

    public static string Block(string input) => InputBlock + input;

    /// <summary>The same in one form of several: Slack keeps what was typed where a window goes on under the same name. Where choices are looked up, the form is what has to be asked.</summary>
    public static string Block(string input, string form) => $"{InputBlock}{input}{OfForm}{form}";

    /// <summary>The input of a block; null for a block of something else.</summary>
    public static string? Input(string block) => block.StartsWith(InputBlock, StringComparison.Ordinal) ? block[InputBlock.Length..].Split(OfForm)[0] : null;

    /// <summary>The form that a block's name names; empty for none.</summary>
    public static string Form(string block) => block.Split(OfForm, 2) is [_, var form] ? form : "";

    /// <summary>What a button carries; null where it is no object.</summary>
    public static JsonElement? Data(string? value)
    {
        try
        {
            return value is { Length: > 0 } && JsonElement.Parse(value) is { ValueKind: JsonValueKind.Object } data ? data : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
