using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Keeping;

/// <summary>One page of a kept message in one place: what it should show, and what is known of it there. Used within one round.</summary>
/// <param name="kept">The message.</param>
/// <param name="to">The place.</param>
/// <param name="channel">Who serves the place.</param>
/// <param name="root">The platform's id of the message it goes under.</param>
/// <param name="mark">Of what it should show.</param>
/// <param name="draw">Makes what it should show; null: that failed, and has been logged.</param>
/// <param name="row">What is known of it.</param>
sealed class Copy(Kept kept, Address to, IChannel channel, string? root, string mark, Func<Message?> draw, MessageRow row)
{
    public Kept Kept => kept;

    public Address To => to;

    public IChannel Channel => channel;

    public string? Root => root;

    public string Mark => mark;

    public MessageRow Row { get; set; } = row;

    /// <summary>A page that is not needed any more: emptied where it is, and posted nowhere.</summary>
    public bool IsBlank => Row.Page >= kept.Pages.Length;

    /// <summary>It may be posted where it is not: a blank page and what is only to be put right are not.</summary>
    public bool Posts => !IsBlank && !kept.OnlyEdits;

    public Message? Draw() => draw();

    /// <summary>Whether what is up is known to show what it should. What was written before <paramref name="doubt"/> is not.</summary>
    public bool IsTrue(long doubt) => Row.Hash == mark && Row.Shown >= doubt;
}
