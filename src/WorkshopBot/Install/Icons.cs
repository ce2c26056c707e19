namespace WorkshopBot.Install;

/// <summary>The two icons of an installable package, drawn: a journey that rises, dips and goes on, from one point to the next.</summary>
static class Icons
{
    const int Fine = 6;     // points looked at along each side of a pixel

    static readonly (double R, double G, double B) Blue = (0x1d, 0x5f, 0xa8), White = (255, 255, 255);

    // The journey as bends of four points each, on a square of one by one; its ends carry a dot.
    static readonly (double X, double Y)[][] Bends =
    [
        [(0.10, 0.72), (0.27, 0.72), (0.27, 0.30), (0.46, 0.30)],
        [(0.46, 0.30), (0.64, 0.30), (0.62, 0.68), (0.90, 0.44)],
    ];

    static readonly (double X, double Y)[] Line = [.. Bends.SelectMany(bend => Enumerable.Range(0, 33).Select(i => On(bend, i / 32.0)))];

    /// <summary>192 pixels wide, blue all over, with the journey in the middle 96.</summary>
    public static byte[] Color() => Draw(192, 96, Blue);

    /// <summary>32 pixels wide, the journey in pure white on nothing.</summary>
    public static byte[] Outline() => Draw(32, 30, null);

    static byte[] Draw(int size, double symbol, (double R, double G, double B)? ground)
    {
        var pixels = new byte[4 * size * size];
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
            {
                var inside = Covered(x, y, size, symbol);
                var (r, g, b) = ground is { } under ? (Mix(under.R, White.R, inside), Mix(under.G, White.G, inside), Mix(under.B, White.B, inside)) : ((byte)255, (byte)255, (byte)255);
                (byte[] Pixel, int At) to = (pixels, 4 * (y * size + x));
                (to.Pixel[to.At], to.Pixel[to.At + 1], to.Pixel[to.At + 2], to.Pixel[to.At + 3]) = (r, g, b, ground is null ? Mix(0, 255, inside) : (byte)255);
            }
        return Png.Write(size, size, pixels);
    }

    // How much of a pixel the journey covers, from 0 to 1.
    static double Covered(int x, int y, int size, double symbol)
    {
        var (edge, hits) = ((size - symbol) / 2, 0);
        for (var i = 0; i < Fine * Fine; i++)
            if (IsInk((x + (i % Fine + 0.5) / Fine - edge) / symbol, (y + (i / Fine + 0.5) / Fine - edge) / symbol))
                hits++;
        return hits / (double)(Fine * Fine);
    }

    static bool IsInk(double x, double y) =>
        Near(x, y, Line[0], 0.10) || Near(x, y, Line[^1], 0.10) || Array.Exists(Line, point => Near(x, y, point, 0.052));

    static bool Near(double x, double y, (double X, double Y) point, double reach) => (x - point.X) * (x - point.X) + (y - point.Y) * (y - point.Y) <= reach * reach;

    static (double X, double Y) On((double X, double Y)[] bend, double t)
    {
        var (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t);
        return (a * bend[0].X + b * bend[1].X + c * bend[2].X + d * bend[3].X, a * bend[0].Y + b * bend[1].Y + c * bend[2].Y + d * bend[3].Y);
    }

    static byte Mix(double under, double over, double part) => (byte)Math.Round(under + (over - under) * part);
}
