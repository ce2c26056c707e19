using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Map;

namespace WorkshopBot.Workshops.Tests.Map;

public sealed class ShelfTests
{
    [Fact]
    public void A_shelf_holds_what_was_put_on_it_at_any_length() =>
        Prop.ForAll(Gen.Choose(0, 40_000).ToArbitrary(), length =>
        {
            var shelf = Enumerable.Range(0, length).Aggregate(Shelf<int>.Empty, (row, i) => row.Add(i));
            return shelf.Count == length && shelf.All().Select((value, index) => value == index).All(same => same);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Replacing_one_leaves_the_others_and_the_old_shelf_alone() =>
        Prop.ForAll(Gen.Choose(1, 3_000).SelectMany(length => Gen.Choose(0, length - 1), (length, at) => (length, at)).ToArbitrary(), pair =>
        {
            var before = Enumerable.Range(0, pair.length).Aggregate(Shelf<int>.Empty, (row, i) => row.Add(i));
            var after = before.Set(pair.at, -1);
            return before[pair.at] == pair.at && after.All().Select((value, index) => value == (index == pair.at ? -1 : index)).All(same => same);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void A_place_that_is_not_there_is_a_bug() => Assert.Throws<ArgumentOutOfRangeException>(() => Shelf<int>.Empty[0]);
}
