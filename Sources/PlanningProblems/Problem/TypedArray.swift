// SPDX-License-Identifier: GPL-3.0-or-later

/// A position in one sort of list, a type of its own: a number that belongs to another list does not
/// compile.
public protocol ListPosition: Hashable, Strideable, Sendable, BitwiseCopyable, Encodable,
  CustomStringConvertible
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

  /// As a plain number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(index)
  }
}

/// An array that is read by only one sort of position.
public struct TypedArray<Index: ListPosition, Element> {
  @usableFromInline var elements: [Element]

  /// The elements in order, read by positions from 0.
  @inlinable public init(_ elements: some Sequence<Element>) { self.elements = Array(elements) }

  @inlinable
  public init(repeating element: Element, count: Int) {
    elements = Array(repeating: element, count: count)
  }

  /// An element for each position of another list.
  @inlinable
  public init(over positions: Range<Index>, _ element: (Index) throws -> Element) rethrows {
    elements = try positions.map(element)
  }

  @inlinable
  package mutating func append(_ element: Element) { elements.append(element) }

  /// Each position with its element.
  @inlinable
  public func enumerated() -> Zip2Sequence<Range<Index>, [Element]> { zip(indices, elements) }

  /// The list of what becomes of each element.
  @inlinable
  public func mapped<Other>(_ change: (Element) throws -> Other) rethrows -> TypedArray<
    Index, Other
  > {
    TypedArray<Index, Other>(try elements.map(change))
  }
}

extension TypedArray: Sendable where Element: Sendable {}
extension TypedArray: Equatable where Element: Equatable {}
extension TypedArray: Hashable where Element: Hashable {}

extension TypedArray: ExpressibleByArrayLiteral {
  @inlinable public init(arrayLiteral elements: Element...) { self.elements = elements }
}

extension TypedArray: RandomAccessCollection, MutableCollection {
  @inlinable public var startIndex: Index { Index(0) }
  @inlinable public var endIndex: Index { Index(elements.count) }
  @inlinable public var indices: Range<Index> { startIndex..<endIndex }
  @inlinable public var count: Int { elements.count }

  @inlinable public subscript(position: Index) -> Element {
    get { elements[position.index] }
    _modify { yield &elements[position.index] }
  }
}

extension TypedArray<StartOption, Int> {
  /// Position of the first minute above another.
  ///
  /// - Complexity: O(log n).
  package func firstIndex(above minute: Int) -> StartOption {
    StartOption(elements.firstIndex(above: minute))
  }
}

extension TypedArray where Element: Comparable {
  /// Position of a value in a sorted list.
  ///
  /// - Complexity: O(log n).
  package func firstIndexSorted(_ value: Element) -> Index? {
    elements.firstIndexSorted(value).map { Index($0) }
  }
}
