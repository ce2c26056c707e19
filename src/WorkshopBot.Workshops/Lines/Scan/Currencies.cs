using System.Collections.Frozen;

namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>The currencies of ISO 4217 in use, without metals and fund codes, and the five signs the grammar knows.</summary>
public static class Currencies
{
    /// <summary>BGN ended with 2025; costs from before are still typed.</summary>
    private static readonly FrozenSet<string> Codes = Words(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP
        CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
        JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
        NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
        THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """);

    /// <summary>Codes that are English words: only in capitals are they a currency ("5 all" is not).</summary>
    private static readonly FrozenSet<string> AlsoWords = Words("ALL BAM BOB COP CUP GEL MAD MOP PEN SOS TOP TRY");

    /// <summary>The currency three letters name, in either case; null when they name none.</summary>
    public static string? OfCode(ReadOnlySpan<char> text)
    {
        if (text.Length != 3)
            return null;
        var typed = text.ToString();
        var code = typed.ToUpperInvariant();
        return Codes.Contains(code) && (typed == code || !AlsoWords.Contains(code)) ? code : null;
    }

    /// <summary>The currency a sign stands for; null for any other character.</summary>
    public static string? OfSign(char sign) => sign switch
    {
        '€' => "EUR",
        '$' => "USD",
        '£' => "GBP",
        '¥' => "JPY",
        '₹' => "INR",
        _ => null,
    };

    private static FrozenSet<string> Words(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
