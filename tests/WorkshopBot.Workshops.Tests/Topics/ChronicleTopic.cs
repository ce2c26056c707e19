namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>Digests, catching up, reviews.</summary>
public sealed class ChronicleTopic : Topic
{
    public override string[] Later => ["digest"];
}
