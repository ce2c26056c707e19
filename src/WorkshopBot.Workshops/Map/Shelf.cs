namespace WorkshopBot.Workshops.Map;

/// <summary>
/// An immutable row of things that only grows: adding and replacing copy at most a few arrays of 32, however long it is.
/// Items are numbered densely and never removed, so a tree by position is all the map needs.
/// </summary>
public sealed class Shelf<T>
{
    private const int Bits = 5, Width = 1 << Bits, Mask = Width - 1;

    public static readonly Shelf<T> Empty = new(0, Bits, [], []);

    private readonly int shift;
    private readonly object[] root;
    private readonly T[] tail;

    private Shelf(int count, int shift, object[] root, T[] tail) => (Count, this.shift, this.root, this.tail) = (count, shift, root, tail);

    public int Count { get; }

    private int TailStart => Count < Width ? 0 : (Count - 1) >> Bits << Bits;

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
            return Leaf(index)[index & Mask];
        }
    }

    public Shelf<T> Add(T item)
    {
        if (Count - TailStart < Width) return new(Count + 1, shift, root, [.. tail, item]);
        return Count >> Bits > 1 << shift
            ? new(Count + 1, shift + Bits, [root, Path(shift, tail)], [item])
            : new(Count + 1, shift, Push(shift, root, tail), [item]);
    }

    public Shelf<T> Set(int index, T item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
        return index >= TailStart
            ? new(Count, shift, root, With(tail, index & Mask, item))
            : new(Count, shift, Replace(shift, root, index, item), tail);
    }

    public IEnumerable<T> All()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    private T[] Leaf(int index)
    {
        if (index >= TailStart) return tail;
        object node = root;
        for (var level = shift; level > 0; level -= Bits) node = ((object[])node)[index >> level & Mask];
        return (T[])node;
    }

    private object[] Push(int level, object[] parent, T[] full)
    {
        var slot = (Count - 1) >> level & Mask;
        object child = level == Bits ? full : slot < parent.Length ? Push(level - Bits, (object[])parent[slot], full) : Path(level - Bits, full);
        return slot < parent.Length ? With(parent, slot, child) : [.. parent, child];
    }

    private static object Path(int level, T[] full) => level == 0 ? full : new[] { Path(level - Bits, full) };

    private static object[] Replace(int level, object[] node, int index, T item)
    {
        var slot = index >> level & Mask;
        return With(node, slot, level == Bits ? With((T[])node[slot], index & Mask, item) : Replace(level - Bits, (object[])node[slot], index, item));
    }

    private static TElement[] With<TElement>(TElement[] array, int slot, TElement value)
    {
        var copy = array.AsSpan().ToArray();
        copy[slot] = value;
        return copy;
    }
}
