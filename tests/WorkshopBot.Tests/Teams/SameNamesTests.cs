using System.Reflection;
using WorkshopBot.Channels.Teams;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Teams;

/// <summary>The door reads what the core puts on a button, though neither room knows the other.</summary>
public sealed class SameNamesTests
{
    [Theory]
    [InlineData("Opens")]
    [InlineData("Workshop")]
    [InlineData("Put")]
    public void The_door_and_the_core_call_it_the_same(string name)
    {
        var verbs = typeof(TeamsChat).Assembly.GetType("WorkshopBot.Channels.Teams.TeamsVerbs", throwOnError: true)!;
        Assert.Equal(typeof(Press).GetField(name)!.GetRawConstantValue(), verbs.GetField(name, BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue());
    }
}
