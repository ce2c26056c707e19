using System.Diagnostics.CodeAnalysis;
using WorkshopBot.Npm;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace WorkshopBot.Journal.Tests;

/// <summary>On a class of tests whose storage is the emulator: where Node or its packages are missing they are skipped, and say so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEmulatorAttribute : Attribute;

/// <summary>A fact over every storage.</summary>
[XunitTestCaseDiscoverer("WorkshopBot.Journal.Tests." + nameof(StoreFactDiscoverer), "WorkshopBot.Journal.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>A theory over every storage.</summary>
[XunitTestCaseDiscoverer("WorkshopBot.Journal.Tests." + nameof(StoreTheoryDiscoverer), "WorkshopBot.Journal.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;

[SuppressMessage("Performance", "CA1812", Justification = "xunit makes it by its name.")]
sealed class StoreFactDiscoverer(IMessageSink diagnosticMessageSink) : FactDiscoverer(diagnosticMessageSink)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new StoreTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

[SuppressMessage("Performance", "CA1812", Justification = "xunit makes it by its name.")]
sealed class StoreTheoryDiscoverer(IMessageSink diagnosticMessageSink) : TheoryDiscoverer(diagnosticMessageSink)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        [new StoreTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, dataRow)];
}

/// <summary>A test that is skipped where its class needs what is not there.</summary>
sealed class StoreTestCase : XunitTestCase
{
    [Obsolete("For whoever takes it apart and puts it together.")]
    public StoreTestCase()
    {
    }

    public StoreTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object[]? arguments = null) : base(sink, display, options, method, arguments)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? (TestMethod.TestClass.Class.GetCustomAttributes(typeof(OnEmulatorAttribute)).Any() ? Azurite.Missing : null);
}
