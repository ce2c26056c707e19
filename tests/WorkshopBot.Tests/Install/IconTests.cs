using WorkshopBot.Install;

namespace WorkshopBot.Tests.Install;

/// <summary>The icons, as whoever unpacks them sees them.</summary>
public sealed class IconTests
{
    [Fact]
    public void The_colour_icon_is_192_wide_and_its_symbol_keeps_to_the_middle_96()
    {
        var icon = Pixels.Read(Icons.Color());
        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.All, pixel => Assert.Equal(255, pixel.A));
        var ground = icon.At(0, 0);
        Assert.Equal((0x1d, 0x5f, 0xa8), (ground.R, ground.G, ground.B));
        var ink = Places(icon, pixel => pixel != ground);
        Assert.All(ink, place => Assert.True(place is { X: >= 48 and < 144, Y: >= 48 and < 144 }, $"{place}"));
        Assert.True(ink.Max(place => place.X) - ink.Min(place => place.X) > 85);
        Assert.Contains((255, 255, 255, 255), icon.All.Select(pixel => ((int)pixel.R, (int)pixel.G, (int)pixel.B, (int)pixel.A)));
    }

    [Fact]
    public void The_outline_is_32_wide_pure_white_and_otherwise_not_there()
    {
        var icon = Pixels.Read(Icons.Outline());
        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(icon.All, pixel => Assert.Equal((255, 255, 255), (pixel.R, pixel.G, pixel.B)));
        Assert.All(new[] { (0, 0), (31, 0), (0, 31), (31, 31) }, corner => Assert.Equal(0, icon.At(corner.Item1, corner.Item2).A));
        Assert.InRange(icon.All.Count(pixel => pixel.A == 255), 60, 500);
        Assert.True(icon.All.Count(pixel => pixel.A == 0) > 500);
    }

    static List<(int X, int Y)> Places(Pixels icon, Func<(byte R, byte G, byte B, byte A), bool> which) =>
        [.. icon.All.Select((pixel, at) => (pixel, at)).Where(found => which(found.pixel)).Select(found => (found.at % icon.Width, found.at / icon.Width))];
}
