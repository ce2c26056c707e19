using System.Security.Cryptography;
using System.Text;

namespace WorkshopBot.Workshops.Forms;

/// <summary>
/// Marks of the values a form showed, one a field in the order of the fields: enough to tell what the person has changed, and what somebody else has
/// changed meanwhile, without sending the values around.
/// </summary>
internal static class Marks
{
    private const int Bytes = 3, Length = 2 * Bytes;

    public static string Of(string value, FormInput input)
    {
        // The order things were chosen in is no difference.
        if (input == FormInput.AnyOf) value = string.Join(',', value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, Bytes));
    }

    /// <summary>The marks by position; null when they are not of a form with so many fields.</summary>
    public static string[]? Read(string? was, int count) =>
        was is null || was.Length != count * Length ? null : [.. Enumerable.Range(0, count).Select(i => was[(i * Length)..((i + 1) * Length)])];
}
