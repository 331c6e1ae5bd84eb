// SPDX-License-Identifier: GPL-3.0-or-later

/// A position in one sort of list, a type of its own: a number that belongs to another list does not
/// compile.
public protocol ListPosition: Hashable, Strideable, Sendable, CustomStringConvertible
where Stride == Int {
  /// From 0.
  var index: Int { get }
  init(_ index: Int)
}

extension ListPosition {
  @inlinable public func distance(to other: Self) -> Int { other.index - index }
  @inlinable public func advanced(by count: Int) -> Self { Self(index + count) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
  public var description: String { "\(index)" }
}

/// An array that is read by only one sort of position.
public struct TypedArray<Index: ListPosition, Element> {
  @usableFromInline var elements: [Element]

  @inlinable public init(_ elements: some Sequence<Element>) { self.elements = Array(elements) }

  @inlinable
  package mutating func append(_ element: Element) { elements.append(element) }

  /// Each position with its element.
  @inlinable
  public func enumerated() -> Zip2Sequence<Range<Index>, [Element]> { zip(indices, elements) }
}

extension TypedArray: Sendable where Element: Sendable {}

extension TypedArray: ExpressibleByArrayLiteral {
  @inlinable public init(arrayLiteral elements: Element...) { self.elements = elements }
}

extension TypedArray: RandomAccessCollection, MutableCollection {
  @inlinable public var startIndex: Index { Index(0) }
  @inlinable public var endIndex: Index { Index(elements.count) }
  @inlinable public var indices: Range<Index> { startIndex..<endIndex }

  @inlinable public subscript(position: Index) -> Element {
    get { elements[position.index] }
    set { elements[position.index] = newValue }
  }
}

extension TypedArray<StartOption, Int> {
  /// Position of the first minute above another.
  package func firstIndex(above minute: Int) -> StartOption {
    StartOption(elements.firstIndex(above: minute))
  }
}

extension TypedArray where Element == Int {
  /// Position of a value in a sorted list.
  package func firstIndexSorted(_ value: Int) -> Index? {
    elements.firstIndexSorted(value).map { Index($0) }
  }
}
