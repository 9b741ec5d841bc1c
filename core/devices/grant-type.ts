/** RFC 8628 §3.4. Apart from the schemas, so that none of them travels to a television. */
export const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
