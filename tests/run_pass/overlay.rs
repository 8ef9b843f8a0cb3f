//! The HTTP reference with a table of the user's own laid over it.

use status_docs::{HttpStatus, StatusClass, status_table};

status_table! {
    /// What our cameras answer.
    #[status(base = "http", csv = "tables/camera-tips.csv", only = "4xx, 5xx, 200")]
    pub enum CameraStatus: u16 {
        level: Option<u8> = "Level",
    }
}

#[test]
fn every_row_is_found() {
    super::every_row_is_found::<CameraStatus>();
}

#[test]
fn full_cells_replace_and_empty_ones_keep() {
    use CameraStatus::{NotFound, ServiceUnavailable, WebServerIsDown};
    assert_eq!(NotFound.tips(), Some("Check that the camera's firmware knows this request."));
    assert_eq!(NotFound.definition(), HttpStatus::NotFound.definition());
    assert_eq!(ServiceUnavailable.definition(), "The camera is busy or restarting.");
    assert_eq!(ServiceUnavailable.tips(), HttpStatus::ServiceUnavailable.tips());
    assert_eq!((WebServerIsDown.code(), WebServerIsDown.class()), (521, StatusClass::ServerError));
    assert_eq!(CameraStatus::from_code(200), Some(CameraStatus::Ok));
    assert_eq!(CameraStatus::from_code(201), None);
    assert_eq!([NotFound, ServiceUnavailable, CameraStatus::Ok].map(CameraStatus::level), [Some(1), Some(2), None]);
    assert_eq!(CameraStatus::PayloadTooLarge, CameraStatus::ContentTooLarge);
}
