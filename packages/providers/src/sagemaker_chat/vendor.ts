import { sageMakerVendor } from '../aws/sagemaker-vendor.ts';

/** Endpoints of Amazon SageMaker whose container speaks OpenAI's wire. */
export const vendor = sageMakerVendor('sagemaker_chat', 'Amazon SageMaker');
