//! Sorting, stable, and once for all of data: each further type that is sorted costs the build of every user four thousand
//! lines of unoptimised machine code.

use std::cmp::Ordering;

/// Sorts a list.
pub fn sort<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted(list.len(), &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut unsorted = Vec::with_capacity(list.len());
    for thing in list.drain(..) {
        unsorted.push(Some(thing));
    }
    for place in places {
        if let Some(thing) = unsorted.get_mut(place).and_then(Option::take) {
            list.push(thing);
        }
    }
}

/// The places of so many things in their order.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = Vec::with_capacity(count);
    for place in 0..count {
        places.push(place);
    }
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_is_sorted_as_the_standard_library_does(list in prop::collection::vec((0_u8..9, 0_u8..99), 0..50)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            super::sort(&mut ours, |one, other| one.0.cmp(&other.0));
            theirs.sort_by_key(|thing| thing.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
