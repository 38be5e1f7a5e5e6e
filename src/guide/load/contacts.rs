//! Reading what a guide says of its desks, and no more.

use super::{Files, Gathered, Source, no_folder, read_desks, read_header, settled};
use crate::guide::{Contacts, Problem, validate};

/// Reads and checks whom one can turn to. The articles, which are nearly all of a large guide, are not read: what
/// `guide.yaml` and `desks.yaml` say of them is not checked.
pub fn contacts(source: &Source) -> (Option<Contacts>, Vec<Problem>) {
    let mut gathered = Gathered::default();
    let contacts = match Files::open(source) {
        Ok(files) => read_contacts(&files, &mut gathered),
        Err(failure) => {
            gathered.problems.extend(no_folder(source, &failure));
            None
        }
    };
    settled(contacts, gathered.problems)
}

fn read_contacts(files: &Files, gathered: &mut Gathered) -> Option<Contacts> {
    let header = read_header(files, gathered)?;
    let desks = gathered.take_required(read_desks(files, header.context()));
    validate::contacts(header, desks.unwrap_or_default(), &mut gathered.problems)
}
